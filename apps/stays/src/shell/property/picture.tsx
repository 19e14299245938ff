import { formatPictureSrcSet, smallPicture } from '@gudbro/domain';
import type { ImgHTMLAttributes } from 'react';

type PictureProps = Omit<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'srcSet'> & {
  path: string;
  alt: string;
  /** How wide the picture is shown, in CSS. */
  sizes: string;
};

/**
 * A picture of the property. The browser chooses among its widths; the narrowest one is `src`, since that is what the service
 * worker saves for the time without a connection.
 */
export function Picture({ path, alt, ...rest }: PictureProps) {
  return <img {...rest} src={smallPicture(path)} srcSet={formatPictureSrcSet(path)} alt={alt} />;
}
