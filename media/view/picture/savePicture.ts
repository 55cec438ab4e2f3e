import { ask } from '../host';
import { paintPicture } from './paintPicture';
import { standalone } from './standalone';

/** Saves a picture as it is seen, in a file the person chooses. */
export async function savePicture(drawn: SVGSVGElement, name: string, format: 'svg' | 'png'): Promise<void> {
  const content = format === 'svg' ? standalone(drawn) : await paintPicture(drawn);
  await ask('save', { format, name, content });
}
