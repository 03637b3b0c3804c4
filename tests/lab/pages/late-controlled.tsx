import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, element, labPage, PLAIN, textOf } from '../page';

/**
 * A text area whose real state lies elsewhere and takes typing only: what comes in another way stands there until
 * the store is read again, 50 ms later.
 */
labPage('late-controlled', async (host) => {
  let store = '';
  let show: (text: string) => void = () => undefined;
  function Box() {
    const [text, setText] = useState('');
    show = setText;
    useEffect(() => {
      if (text === store) return;
      const timer = setTimeout(() => setText(store), 50);
      return () => clearTimeout(timer);
    }, [text]);
    const typed = (event: React.ChangeEvent<HTMLTextAreaElement>) => {
      if ((event.nativeEvent as InputEvent).inputType === 'insertText') store = event.target.value;
      setText(event.target.value);
    };
    return <textarea className="box" value={text} onChange={typed} />;
  }
  createRoot(element('div', '', host)).render(<Box />);
  await drawn(host, 'textarea');
  return {
    selector: 'textarea.box',
    holds: PLAIN,
    set: async (html) => {
      store = textOf(html);
      show(store);
      await new Promise((done) => setTimeout(done, 20));
    },
    content: () => store,
    model: () => store,
  };
});
