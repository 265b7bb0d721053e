declare const HUB_AND_SPOKE_VERSION: string | undefined;
declare const HUB_AND_SPOKE_COMMIT: string | undefined;

/** Which rules these are: the version of this package and the commit that it was built from, set as it is built. */
export const ruleVersion = {
  version: typeof HUB_AND_SPOKE_VERSION === 'string' ? HUB_AND_SPOKE_VERSION : 'not built',
  commit: typeof HUB_AND_SPOKE_COMMIT === 'string' ? HUB_AND_SPOKE_COMMIT : 'not built',
} as const;
