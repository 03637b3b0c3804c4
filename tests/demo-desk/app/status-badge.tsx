export const StatusBadge = ({ status, label }: { status: string; label: string }) => (
  <span className={`status-badge status-${status}`}>
    <span className="status-dot" aria-hidden="true" />
    {label}
  </span>
);
