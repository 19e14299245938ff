import { shareFront } from '@gudbro/api-kit/routes';
import { front } from '@/app/front';

// Our server asks for one address of the API when it starts, so that Next loads this file. From then on it asks the front
// itself, and what is below responds in development only, where Next loads changed code anew.
shareFront(front);

const respond = (request: Request) => front.fetch(request, {});

export {
  respond as DELETE,
  respond as GET,
  respond as HEAD,
  respond as OPTIONS,
  respond as PATCH,
  respond as POST,
  respond as PUT,
};
