import { gradedSite } from './graded';

gradedSite({
  id: 'espocrm',
  url: 'https://espo.example/#Case/view/64ab1c09d2f3e4a5b',
  record: '64ab1c09d2f3e4a5b',
  // its page has one sign alone, and one is none
  lock: ['internal-mode-switcher action', 'internal-mode-switcher enabled action'],
});
