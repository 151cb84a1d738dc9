/** A password is at least so long, as the gateway has it. */
export const PASSWORD_LENGTH_AT_LEAST = 12;
