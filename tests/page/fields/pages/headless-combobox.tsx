import { Combobox, ComboboxInput, ComboboxOption, ComboboxOptions } from '@headlessui/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const people = ['Alpha', 'Beta', 'Gamma & delta'];

/** No file of ours is named after this one. */
function Form() {
  const [one, setOne] = useState<string | null>('Alpha');
  const [query, setQuery] = useState('');
  (window as unknown as { state: unknown }).state = () => ({ one });
  const shown = query === '' ? people : people.filter((p) => p.includes(query));
  return (
    <Combobox value={one} onChange={setOne} immediate onClose={() => setQuery('')}>
      <ComboboxInput
        id="one"
        displayValue={(p: string | null) => p ?? ''}
        onChange={(e) => setQuery(e.target.value)}
      />
      <ComboboxOptions anchor="bottom">
        {shown.map((p) => (
          <ComboboxOption key={p} value={p}>
            {p}
          </ComboboxOption>
        ))}
      </ComboboxOptions>
    </Combobox>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
