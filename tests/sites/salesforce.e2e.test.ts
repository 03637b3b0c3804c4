import { gradedSite } from './graded';

gradedSite({
  id: 'salesforce',
  url: 'https://acme.lightning.force.com/lightning/r/Case/500Ab00000xYzAAA/view',
  record: '500Ab00000xYzAAA',
  internal: [
    ['data-publisher="email"', 'data-publisher="post"'],
    ['"email" aria-selected="true"', '"email" aria-selected="false"'],
    ['"post" aria-selected="false"', '"post" aria-selected="true"'],
  ],
});
