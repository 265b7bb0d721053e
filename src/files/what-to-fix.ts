/** The column or sheet that this library adds to a copy with findings; it is passed over when the copy comes back. */
export const whatToFix = 'What to fix';
