import { Select } from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma & delta' },
  ...Array.from({ length: 200 }, (_x, i) => ({ value: `e${i}`, label: `Entry ${i}` })),
];
function Form() {
  const [one, setOne] = useState<string | undefined>('a');
  const [search, setSearch] = useState<string | undefined>();
  const [many, setMany] = useState<string[]>(['b']);
  (window as unknown as { state: unknown }).state = () => ({
    one: one ?? null,
    search: search ?? null,
    many,
  });
  return (
    <>
      <Select id="one" style={{ width: 220 }} allowClear options={options} value={one} onChange={setOne} />
      <Select
        id="search"
        style={{ width: 220 }}
        showSearch
        placeholder="Pick"
        options={options}
        value={search}
        onChange={setSearch}
      />
      <Select
        id="many"
        mode="multiple"
        style={{ width: 320 }}
        options={options}
        value={many}
        onChange={setMany}
      />
    </>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
