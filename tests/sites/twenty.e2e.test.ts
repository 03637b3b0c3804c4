import { gradedSite } from './graded';

gradedSite({
  id: 'twenty',
  url: 'https://crm.example/object/person/3f0f2a7e-6f5e-4b1c-9c57-0d7c6a0b1e22',
  record: '3f0f2a7e-6f5e-4b1c-9c57-0d7c6a0b1e22',
  type: 'contact',
});
