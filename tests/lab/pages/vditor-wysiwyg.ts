import { vditorPage } from '../parts/vditor';

vditorPage('vditor-wysiwyg', 'wysiwyg');
