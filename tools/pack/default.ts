/** The pack that the extension carries. */
export const DEFAULT_PACK = 'seeds/putin-kim-summits';
