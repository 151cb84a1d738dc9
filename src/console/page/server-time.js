let ahead = 0;

/** Notes what the server's clock says: an operator's own may be wrong. */
export function noteServerTime(instant) {
  ahead = Date.parse(instant) - Date.now();
}

/** What the server's clock says now, ms since 1970. */
export function serverNow() {
  return Date.now() + ahead;
}
