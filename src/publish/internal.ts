/** Says by name that a document with unprotected figures of people is meant, for use inside the programme. */
export interface Internal {
  readonly internal: true;
}
