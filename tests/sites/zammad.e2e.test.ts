import { gradedSite } from './graded';

gradedSite({
  id: 'zammad',
  url: 'https://zammad.example/#ticket/zoom/41',
  record: '41',
  internal: [
    ['article-add is-public', 'article-add is-internal'],
    ['value="false"', 'value="true"'],
  ],
});
