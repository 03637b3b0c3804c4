import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, element, labPage, PLAIN, textOf } from '../page';

labPage('react-textarea', async (host) => {
  let state = '';
  let show: (text: string) => void = () => undefined;
  function Box() {
    const [text, setText] = useState('');
    state = text;
    show = setText;
    return <textarea className="box" value={text} onChange={(event) => setText(event.target.value)} />;
  }
  createRoot(element('div', '', host)).render(<Box />);
  await drawn(host, 'textarea');
  return {
    selector: 'textarea.box',
    holds: PLAIN,
    set: async (html) => {
      show(textOf(html));
      await new Promise((done) => setTimeout(done, 20));
    },
    content: () => state,
    model: () => state,
  };
});
