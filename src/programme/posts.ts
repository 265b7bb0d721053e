import type { Service, SpokePost } from './register.ts';
import type { IsoDate, Period } from '../vocabulary/index.ts';
import { overlaps } from '../vocabulary/index.ts';

/** Whether somebody holds a post, as far as the register says. */
export const isFilled = ({ filled = 'in-post' }: Pick<SpokePost, 'filled'>): boolean => filled === 'in-post';

/** Whether a post is filled, and funded on some day of a period; one whose funding has no dates is funded always. */
export const isInPostIn = (post: SpokePost, period: Period): boolean => {
  const { fundedFrom: from = '0000-01-01', fundedUntil: to = '9999-12-31' } = post;
  return isFilled(post) && overlaps({ from, to }, period);
};

/** The posts of a service that are filled and funded on a day. */
export const postsOn = ({ spokes }: Pick<Service, 'spokes'>, day: IsoDate): readonly SpokePost[] =>
  spokes.filter((post) => isInPostIn(post, { from: day, to: day }));
