import { vditorPage } from '../parts/vditor';

vditorPage('vditor-ir', 'ir');
