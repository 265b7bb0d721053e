import { codelist, type CodeOf } from '../vocabulary/index.ts';

/** The editions of the form. A return names the one it was filled in on. */
export const formEdition = codelist({
  name: 'form-edition',
  title: 'Edition of the core data collection form',
  source: 'library',
  entries: [
    {
      code: 'year-two',
      label: 'Year Two',
      meaning:
        'As reconstructed from the tables and the text of the Year Two report, which prints no blank form.',
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link formEdition}. */
export type FormEdition = CodeOf<typeof formEdition>;
