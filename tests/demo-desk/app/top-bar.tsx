import { Avatar } from './avatar';
import { Icon } from './icons';
import { Menu } from './menu';
import { Link, type Route } from './route';
import type { Agent } from './types';

interface Props {
  agent: Agent;
  route: Route;
  query: string;
  setQuery: (query: string) => void;
}

/** Name of the desk, the two screens, search, and who is signed in. */
export function TopBar({ agent, route, query, setQuery }: Props) {
  const screen = (name: Route['screen'], words: string, icon: 'inbox' | 'people') => (
    <Link href={`/${name}`} className="screen" aria-current={route.screen === name ? 'true' : undefined}>
      <Icon name={icon} size={17} />
      <span>{words}</span>
    </Link>
  );
  return (
    <header className="top-bar">
      <Link href="/tickets" className="brand">
        <Icon name="anchor" size={20} />
        <span>Harbor Desk</span>
      </Link>
      <nav className="screens" aria-label="Main">
        {screen('tickets', 'Tickets', 'inbox')}
        {screen('contacts', 'Contacts', 'people')}
      </nav>
      <label className="search">
        <Icon name="search" size={16} />
        <input
          type="search"
          aria-label="Search"
          placeholder="Search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <Menu
        className="account-menu"
        summary={
          <>
            <Avatar name={agent.name} />
            <span className="account-name">{agent.name}</span>
            <Icon name="chevron" size={15} />
          </>
        }
      >
        <li className="menu-words">
          {agent.email}
          <small>{agent.team}</small>
        </li>
        <li>
          <a href={agent.id === 'maya' ? '/__login?as=omar' : '/__login?as=maya'}>
            Sign in as {agent.id === 'maya' ? 'Omar Haddad' : 'Maya Lindqvist'}
          </a>
        </li>
      </Menu>
    </header>
  );
}
