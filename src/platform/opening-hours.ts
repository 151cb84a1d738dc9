/** The hours that are agreed for STAR, Monday to Friday in Tallinn (REQ-051, tööaeg): from 8 until 19. */
export const OPENING_HOURS = { opens: 8, closes: 19 } as const;
