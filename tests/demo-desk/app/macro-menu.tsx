import { call } from './api';
import { Icon } from './icons';
import { useOnce } from './live';
import { Menu } from './menu';
import { attempt } from './notice';
import type { Macro } from './types';

interface Props {
  ticketId: number;
  applied: (macro: Macro) => void;
  refresh: () => Promise<void>;
}

export function MacroMenu({ ticketId, applied, refresh }: Props) {
  const answer = useOnce<{ macros: Macro[] }>('/api/macros');

  async function apply(macro: Macro): Promise<void> {
    const write = () => call('POST', `/api/tickets/${ticketId}/macros/${macro.id}`, {});
    if (await attempt(write, `Applied “${macro.name}”`)) applied(macro);
    await refresh();
  }

  return (
    <Menu
      className="macro-menu"
      summary={
        <>
          <Icon name="bolt" size={16} /> Macros
        </>
      }
    >
      {answer?.macros.map((macro) => (
        <li key={macro.id}>
          <button type="button" data-macro={macro.id} onClick={() => void apply(macro)}>
            <span>{macro.name}</span>
            <small>{macro.description}</small>
          </button>
        </li>
      ))}
    </Menu>
  );
}
