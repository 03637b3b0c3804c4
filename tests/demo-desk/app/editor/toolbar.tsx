import { toggleMark } from 'prosemirror-commands';
import { wrapInList } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { Icon, type IconName } from '../icons';
import { schema } from './schema';

const { strong, em, link } = schema.marks;
const { bullet_list, ordered_list } = schema.nodes;

const BUTTONS: { name: string; icon: IconName; run: Command }[] = [
  { name: 'Bold', icon: 'bold', run: toggleMark(strong) },
  { name: 'Italic', icon: 'italic', run: toggleMark(em) },
  { name: 'Bulleted list', icon: 'bullets', run: wrapInList(bullet_list) },
  { name: 'Numbered list', icon: 'numbers', run: wrapInList(ordered_list) },
];

/** Buttons above the text; the link button opens a line for the address. */
export function Toolbar({ view }: { view: () => EditorView | null }) {
  const [address, setAddress] = useState<string | null>(null);

  function run(command: Command): void {
    const current = view();
    if (!current) return;
    command(current.state, current.dispatch);
    current.focus();
  }

  function addLink(): void {
    const href = address?.trim() ?? '';
    setAddress(null);
    if (!/^(https?:\/\/|mailto:)\S+$/i.test(href)) {
      view()?.focus();
      return;
    }
    run((state, dispatch) => {
      if (!state.selection.empty) return toggleMark(link, { href })(state, dispatch);
      dispatch?.(state.tr.replaceSelectionWith(schema.text(href, [link.create({ href })]), false));
      return true;
    });
  }

  return (
    <div className="toolbar" role="toolbar" aria-label="Formatting">
      {BUTTONS.map(({ name, icon, run: command }) => (
        <button key={name} type="button" title={name} aria-label={name} onClick={() => run(command)}>
          <Icon name={icon} size={17} />
        </button>
      ))}
      <button
        type="button"
        title="Link"
        aria-label="Link"
        onClick={() => setAddress(address === null ? 'https://' : null)}
      >
        <Icon name="link" size={17} />
      </button>
      {address !== null && (
        <span className="link-line">
          <input
            aria-label="Link address"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault();
              if (event.key === 'Enter') addLink();
              if (event.key === 'Escape') setAddress(null);
            }}
          />
          <button type="button" className="quiet" onClick={addLink}>
            Add
          </button>
        </span>
      )}
    </div>
  );
}
