import { remembered } from 'hub-and-spoke';
import { expect, describe, test } from 'vitest';

describe('what is remembered', () => {
  const asking = (most?: number) => {
    const asked: string[] = [];
    const answer = remembered((text): string | undefined => {
      asked.push(text);
      return text === '' ? undefined : text.toUpperCase();
    }, most);
    return { asked, answer };
  };

  test('is asked once, and what has no answer is asked again', () => {
    const { asked, answer } = asking();
    expect(['a', 'a', '', '', 'a'].map(answer)).toEqual(['A', 'A', undefined, undefined, 'A']);
    expect(asked).toEqual(['a', '', '']);
  });

  test('is not forgotten for a text without an answer, which is not kept', () => {
    const { asked, answer } = asking(1);
    for (const text of ['a', '', 'a']) answer(text);
    expect(asked).toEqual(['a', '']);
  });

  test('is forgotten all at once when there is too much of it', () => {
    const { asked, answer } = asking(2);
    for (const text of ['a', 'b', 'a', 'b', 'c', 'c', 'a', 'b']) answer(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a', 'b']);
  });
});
