/** The sign of the house: a line and its bob. */
export function PlumbSign() {
  return (
    <svg width="17" height="22" viewBox="0 0 17 22" aria-hidden="true" focusable="false">
      <path d="M8.5 0v11" stroke="currentColor" strokeWidth="1.4" />
      <path d="M4.6 11h7.8l-1 4.4-2.9 6-2.9-6z" fill="currentColor" />
    </svg>
  );
}
