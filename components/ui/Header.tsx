import { Icon } from './Icon';
import { Mark } from './Mark';

/** Name of the product and the way to its settings. */
export function Header() {
  return (
    <header className="header">
      <h1 className="brand">
        <Mark />
        Countersign
      </h1>
      <a className="button button-quiet" href="options.html" target="_blank" rel="noreferrer">
        <Icon name="settings" />
        Settings
      </a>
    </header>
  );
}
