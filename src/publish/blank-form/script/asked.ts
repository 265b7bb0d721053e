import { isAskedIn } from '../../../form/index.ts';
import { isIsoDate, quarterOfDate, type Quarter } from '../../../vocabulary/index.ts';
import type { Answer, Answers } from './answers.ts';

/** The quarter that the answers are about: of the last day, or what the form was made for. */
function quarterOf(answers: Answers): Quarter | undefined {
  const to = answers.get('period.to') ?? '';
  if (isIsoDate(to)) return quarterOfDate(to);
  return document.getElementById('main')?.dataset.quarter as Quarter | undefined; // the page writes it
}

/** Shows what is asked in the period, and all that is answered: nothing that is sent is out of sight. */
export function showAsked(answers: Answers): void {
  const quarter = quarterOf(answers);
  for (const element of document.querySelectorAll<HTMLElement>('[data-since]')) {
    const { since, until, apart } = element.dataset as { since: Quarter; until?: Quarter; apart?: string };
    const isAsked = apart === undefined && (quarter === undefined || isAskedIn({ since, until }, quarter));
    element.hidden = !isAsked && !isAnswered(element);
  }
}

const isAnswered = (element: HTMLElement): boolean =>
  [...element.querySelectorAll<Answer>('[data-path],[data-name]')].some(({ value }) => value !== '');
