/** The product's mark: a tick that ends as a signature above its line. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <rect className="mark-ground" x="0" y="0" width="24" height="24" rx="6" />
      <path className="mark-stroke" d="M5.5 11.2 9.6 15.3 18.2 6" />
      <path className="mark-line" d="M5.5 19h13" />
    </svg>
  );
}
