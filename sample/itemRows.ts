import type {Baskets} from "./baskets.ts";
import type {CsvFile} from "./csvFile.ts";
import type {OrderLayout} from "./orderLayout.ts";

const COMMA = 44;

/** order_products__prior.csv: by order id, so that a customer's lines stand apart, then by place in the basket. */
export async function writeItemRows(
  file: CsvFile,
  baskets: Baskets,
  layout: OrderLayout,
  onOrder: (order: number) => void
): Promise<void> {
  const {firstItem, product, reordered} = baskets;
  const orderOf = new Uint32Array(layout.count + 1);
  layout.orderId.forEach((id, order) => {
    orderOf[id] = order;
  });
  file.text("order_id,product_id,add_to_cart_order,reordered");
  file.endRow();
  for (let id = 1; id <= layout.count; id++) {
    const order = orderOf[id]!;
    const first = firstItem[order]!;
    const end = firstItem[order + 1]!;
    for (let item = first; item < end; item++) {
      file.whole(id);
      file.byte(COMMA);
      file.whole(product[item]!);
      file.byte(COMMA);
      file.whole(item - first + 1);
      file.byte(COMMA);
      file.byte(48 + ((reordered[item >>> 3]! >>> (item & 7)) & 1));
      file.endRow();
    }
    if (file.full) await file.flush();
    onOrder(id);
  }
}
