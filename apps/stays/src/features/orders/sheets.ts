/** One script: the list of orders opens when the cart was placed, and two would bring much of it twice. */
export { CartSheet } from './cart-sheet';
export { OrdersSheet } from './orders-sheet';
