import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** No file of ours is named after this one. */
function Form() {
  const [one, setOne] = useState('a');
  (window as unknown as { state: unknown }).state = () => ({ one });
  return (
    <Select id="one" name="one" value={one} onChange={(event) => setOne(event.target.value)}>
      <MenuItem value="a">Alpha</MenuItem>
      <MenuItem value="b">Beta</MenuItem>
      <MenuItem value="c">{'Gamma & delta'}</MenuItem>
    </Select>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
