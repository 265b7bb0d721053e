import fc from 'fast-check';

// A mutant that lives is met by every property that reaches it: each has half a second, and the same draws each time.
// eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it is for single properties alone
fc.configureGlobal({ seed: 8, interruptAfterTimeLimit: 500, endOnFailure: true });
