import { useRef } from 'react';
import { Icon } from './icons';

interface Props {
  tags: string[];
  add: (tag: string) => Promise<void>;
  remove: (tag: string) => Promise<void>;
}

export function Tags({ tags, add, remove }: Props) {
  const input = useRef<HTMLInputElement>(null);

  async function submit(): Promise<void> {
    const tag = input.current?.value.trim() ?? '';
    if (!tag || !input.current) return;
    input.current.value = '';
    await add(tag);
  }

  return (
    <div className="field tags-field">
      <label htmlFor="tag-input">Tags</label>
      <ul className="tags">
        {tags.map((tag) => (
          <li key={tag} className="chip tag" data-tag={tag}>
            <span className="tag-name">{tag}</span>
            <button
              type="button"
              data-remove-tag={tag}
              aria-label={`Remove the tag ${tag}`}
              onClick={() => void remove(tag)}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <div className="tag-add">
        <input
          id="tag-input"
          ref={input}
          type="text"
          placeholder="Add a tag"
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void submit();
          }}
        />
        <button type="button" className="quiet tag-add-button" onClick={() => void submit()}>
          Add
        </button>
      </div>
    </div>
  );
}
