import { PrimeReactProvider } from 'primereact/api';
import { Dropdown } from 'primereact/dropdown';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma & delta' },
];
function Form() {
  const [one, setOne] = useState('a');
  const [search, setSearch] = useState<string | null>(null);
  (window as unknown as { state: unknown }).state = () => ({ one, search });
  return (
    <PrimeReactProvider>
      <Dropdown inputId="one" options={options} value={one} onChange={(e) => setOne(e.value)} />
      <Dropdown
        inputId="search"
        placeholder="Pick"
        filter
        showClear
        options={options}
        value={search}
        onChange={(e) => setSearch(e.value ?? null)}
      />
    </PrimeReactProvider>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
