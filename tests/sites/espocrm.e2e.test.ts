import { gradedSite } from './graded';

gradedSite({
  id: 'espocrm',
  url: 'https://espo.example/#Case/view/64ab1c09d2f3e4a5b',
  record: '64ab1c09d2f3e4a5b',
  internal: [
    ['data-internal-mode="false"', 'data-internal-mode="true"'],
    ['placeholder="Write your comment here"', 'placeholder="Internal note"'],
  ],
});
