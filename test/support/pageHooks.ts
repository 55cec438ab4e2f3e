import { closeBrowser } from './workbench';

after(closeBrowser);
