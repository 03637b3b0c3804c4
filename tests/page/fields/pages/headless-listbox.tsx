import { Listbox, ListboxButton, ListboxOption, ListboxOptions } from '@headlessui/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const people = ['Alpha', 'Beta', 'Gamma & delta'];
function Form() {
  const [one, setOne] = useState('Alpha');
  const [inline, setInline] = useState('Beta');
  (window as unknown as { state: unknown }).state = () => ({ one, inline });
  return (
    <>
      <Listbox value={one} onChange={setOne} name="person">
        <ListboxButton id="one">{one}</ListboxButton>
        <ListboxOptions anchor="bottom">
          {people.map((p) => (
            <ListboxOption key={p} value={p}>
              {p}
            </ListboxOption>
          ))}
        </ListboxOptions>
      </Listbox>
      <Listbox value={inline} onChange={setInline}>
        <ListboxButton id="inline">{inline}</ListboxButton>
        <ListboxOptions>
          {people.map((p) => (
            <ListboxOption key={p} value={p}>
              {p}
            </ListboxOption>
          ))}
        </ListboxOptions>
      </Listbox>
    </>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
