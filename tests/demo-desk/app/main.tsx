import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ContactList } from './contact-list';
import { ContactPage } from './contact-page';
import { Icon } from './icons';
import { useOnce } from './live';
import { Notices } from './notice';
import { useRoute } from './route';
import { TicketList } from './ticket-list';
import { TicketPage } from './ticket-page';
import { TopBar } from './top-bar';
import type { Agent, Choices } from './types';

function Empty({ words }: { words: string }) {
  useEffect(() => {
    document.title = 'Harbor Desk';
  }, []);
  return (
    <main className="empty">
      <Icon name="anchor" size={34} />
      <h1>{words}</h1>
    </main>
  );
}

function Desk() {
  const route = useRoute();
  const me = useOnce<{ agent: Agent }>('/api/me');
  const choices = useOnce<Choices>('/api/choices');
  const [query, setQuery] = useState('');
  if (!me || !choices) return null;
  const { agent } = me;
  const { screen, id } = route;

  return (
    <div className="desk" data-screen={screen} data-open={id === null ? 'none' : 'record'}>
      <TopBar agent={agent} route={route} query={query} setQuery={setQuery} />
      {screen === 'tickets' ? (
        <TicketList selected={id} agent={agent} choices={choices} query={query} />
      ) : (
        <ContactList selected={id} query={query} />
      )}
      {screen === 'tickets' && id !== null && <TicketPage key={id} id={id} agent={agent} choices={choices} />}
      {screen === 'contacts' && id !== null && <ContactPage key={id} id={id} choices={choices} />}
      {id === null && (
        <Empty
          words={screen === 'tickets' ? 'Choose a ticket on the left.' : 'Choose a contact on the left.'}
        />
      )}
      <Notices />
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Desk />);
