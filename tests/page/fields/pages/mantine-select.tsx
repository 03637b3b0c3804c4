import { MantineProvider, MultiSelect, Select } from '@mantine/core';
import '@mantine/core/styles.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const data = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma & delta' },
];
function Form() {
  const [one, setOne] = useState<string | null>('a');
  const [search, setSearch] = useState<string | null>(null);
  const [many, setMany] = useState<string[]>(['b']);
  (window as unknown as { state: unknown }).state = () => ({ one, search, many });
  return (
    <MantineProvider>
      <Select id="one" name="one" label="One" data={data} value={one} onChange={setOne} />
      <Select
        id="search"
        label="Search"
        searchable
        clearable
        data={data}
        value={search}
        onChange={setSearch}
      />
      <MultiSelect id="many" label="Many" data={data} value={many} onChange={setMany} />
    </MantineProvider>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
