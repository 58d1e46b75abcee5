import {departmentIndex} from "./departments.ts";

/** Grain: one row per aisle. */
export interface Aisle {
  readonly id: number;
  readonly name: string;
  /** Index into `DEPARTMENTS`. */
  readonly department: number;
  /** Weight of the aisle within its department's item lines. */
  readonly lines: number;
  /** What stands on its shelves; product names are made from these. */
  readonly goods: readonly string[];
}

/** Per department: `aisle name | weight | goods`. */
const SHELVES: Readonly<Record<string, string>> = {
  produce: `
    fruit stand | 39 | Plantains, Gala Apples, Navel Oranges, Strawberries, Blueberries, Raspberries, Limes, Lemons, Avocado, Mango, Red Grapes, Green Pears, Kiwi, Clementines, Peaches, Plums, Cantaloupe, Pineapple, Grapefruit, Blackberries, Açaí Berries
    vegetable stand | 36 | Spinach, Yellow Onion, Zucchini, Garlic, Cucumber, Cauliflower, Broccoli Crowns, Carrots, Bell Peppers, Tomatoes, Sweet Potatoes, Russet Potatoes, Celery Hearts, Mushrooms, Asparagus, Kale, Romaine, Green Beans, Scallions, Jalapeño Peppers, Eggplant, Beets
    washed salads and cut vegetables | 18 | Spring Mix, Arugula, Chopped Salad Kit, Cole Slaw Mix, Cut Butternut Squash, Stir Fry Vegetables, Snacking Carrots, Broccoli Florets, Shredded Cabbage, Caesar Salad Kit
    herbs in pots and bunches | 4.5 | Cilantro, Basil, Parsley, Mint, Dill, Rosemary, Thyme, Chives, Sage, Ginger Root
    fruit and dip packs | 2.5 | Apple Slices, Pineapple Spears, Melon Medley, Veggie Tray, Celery Sticks and Dip, Grape Cups, Mango Chunks`,
  "dairy eggs": `
    yogurts | 27 | Plain Yogurt, Greek Yogurt, Vanilla Yogurt, Strawberry Yogurt, Peach Yogurt, Skyr, Kefir, Yogurt Pouches, Drinkable Yogurt, Blueberry Yogurt, Honey Yogurt
    milk and buttermilk | 17 | Whole Milk, Reduced Fat Milk, Skim Milk, Buttermilk, Chocolate Milk, Lactose Free Milk, Goat Milk
    cheese blocks and slices | 18 | Sharp Cheddar, Mozzarella, Swiss Slices, Provolone, Pepper Jack, String Cheese, Colby, Monterey Jack, Gouda, Havarti, Shredded Mexican Blend
    plant milks | 12 | Almond Milk, Oat Milk, Soy Milk, Coconut Milk, Cashew Milk, Rice Drink, Hemp Milk
    shell and liquid eggs | 8 | Large Brown Eggs, Grade A Eggs, Egg Whites, Jumbo Eggs, Omega Eggs, Hard Boiled Eggs
    cream and creamers | 6 | Half and Half, Heavy Cream, Whipped Topping, Hazelnut Creamer, Vanilla Creamer, Crème Fraîche
    butter and margarine | 4.5 | Unsalted Butter, Salted Butter, Cultured Butter, Plant Butter, Ghee, Spread
    curds and soft cheeses | 4.5 | Cottage Cheese, Ricotta, Cream Cheese, Sour Cream, Feta, Quark, Mascarpone
    chilled doughs | 1.5 | Biscuit Dough, Crescent Dough, Pizza Dough, Pie Crust, Cinnamon Roll Dough
    chilled desserts | 1.5 | Rice Pudding, Chocolate Pudding, Gelatin Cups, Flan, Tapioca Pudding`,
  snacks: `
    chips and crisps | 25 | Potato Chips, Tortilla Chips, Veggie Straws, Pita Chips, Kettle Chips, Corn Chips, Plantain Chips, Pretzels, Lentil Crisps
    crackers and crispbreads | 15 | Wheat Crackers, Saltines, Rice Crackers, Cheese Crackers, Rye Crispbread, Graham Crackers, Water Biscuits
    bars for energy | 17 | Granola Bar, Oat Bar, Date Bar, Protein Bar, Nut Bar, Fig Bar, Seed Bar
    chocolate and sweets | 11 | Dark Chocolate, Milk Chocolate, Gummy Bears, Caramels, Truffles, Licorice, Peanut Butter Cups, Lollipops
    cookies and small cakes | 10 | Chocolate Chip Cookies, Shortbread, Oatmeal Cookies, Ginger Snaps, Sandwich Cookies, Brownie Bites, Madeleines, Wafers
    nuts seeds and dried fruit | 12 | Almonds, Cashews, Pistachios, Walnuts, Raisins, Dried Mango, Sunflower Seeds, Prunes, Apricots
    popcorn and jerky | 5 | Popcorn, Kettle Corn, Beef Jerky, Turkey Jerky, Microwave Popcorn, Cheese Popcorn
    fruit leathers and cups | 5 | Fruit Leather, Apple Sauce Pouch, Fruit Snacks, Freeze Dried Strawberries, Fruit Rope
    trail mixes | 3 | Trail Mix, Berry Nut Mix, Tropical Mix, Omega Mix, Party Mix
    gum and mints | 1.5 | Peppermint Gum, Spearmint Gum, Breath Mints, Cinnamon Mints, Bubble Gum
    toppings for ice cream | 0.5 | Hot Fudge, Caramel Topping, Sprinkles, Waffle Cones, Maraschino Cherries`,
  beverages: `
    sparkling and still water | 31 | Sparkling Water, Spring Water, Mineral Water, Lime Seltzer, Grapefruit Seltzer, Coconut Water, Alkaline Water
    juices and nectars | 21 | Orange Juice, Apple Juice, Cranberry Juice, Green Juice, Lemonade, Grape Juice, Guava Nectar, Carrot Juice
    sodas | 14 | Cola, Ginger Ale, Root Beer, Lemon Lime Soda, Cream Soda, Tonic Water, Diet Cola
    coffee beans and grounds | 9 | French Roast Coffee, Breakfast Blend Coffee, Espresso Beans, Decaf Coffee, Cold Brew, Coffee Pods, Instant Coffee
    teas | 9 | Green Tea, Earl Grey Tea, Chamomile Tea, Peppermint Tea, Iced Tea, Chai, Oolong Tea, Rooibos
    sports and energy drinks | 7 | Sports Drink, Energy Drink, Electrolyte Water, Kombucha, Maté Drink
    fridge drinks | 7 | Smoothie, Fresh Limeade, Probiotic Drink, Fruit Punch, Horchata
    cocoa and drink powders | 2 | Hot Cocoa, Malted Drink Mix, Lemonade Powder, Chocolate Powder`,
  frozen: `
    frozen fruit and vegetables | 22 | Frozen Peas, Frozen Blueberries, Frozen Mango, Frozen Corn, Frozen Spinach, Frozen Edamame, Frozen Berries, Riced Cauliflower
    ice creams | 20 | Vanilla Ice Cream, Chocolate Ice Cream, Mint Chip Ice Cream, Cookie Dough Ice Cream, Strawberry Sorbet, Gelato, Ice Pops, Coffee Ice Cream
    frozen dinners | 16 | Mac and Cheese Bowl, Chicken Burrito, Vegetable Lasagna, Rice Bowl, Chicken Pot Pie, Pad Thai, Enchilada Plate, Tikka Masala Bowl
    frozen pizzas | 9 | Margherita Pizza, Pepperoni Pizza, Four Cheese Pizza, Spinach Pizza, Thin Crust Pizza
    frozen sides and starters | 8 | French Fries, Tater Rounds, Onion Rings, Egg Rolls, Potstickers, Mozzarella Sticks, Sweet Potato Fries
    frozen breakfasts | 8 | Waffles, Pancakes, Breakfast Sandwich, Breakfast Burrito, French Toast Sticks, Hash Browns
    frozen meatless | 7 | Veggie Burger, Meatless Nuggets, Black Bean Burger, Soy Crumbles, Plant Sausage
    frozen fish and meat | 5 | Fish Sticks, Cod Fillets, Shrimp, Chicken Nuggets, Beef Patties, Salmon Burgers
    frozen breads and doughs | 3 | Garlic Bread, Puff Pastry, Dinner Rolls, Phyllo Sheets, Bagel Bites
    frozen treats | 1.5 | Cheesecake, Apple Pie, Fruit Crisp, Éclairs, Cream Puffs
    frozen juices | 0.5 | Orange Concentrate, Limeade Concentrate, Grape Concentrate, Acai Packets`,
  pantry: `
    baking basics | 17 | All Purpose Flour, Cane Sugar, Baking Soda, Chocolate Chips, Vanilla Extract, Brown Sugar, Corn Starch, Cocoa, Almond Flour, Yeast
    oils and vinegars | 13 | Olive Oil, Canola Oil, Coconut Oil, Balsamic Vinegar, Apple Cider Vinegar, Avocado Oil, Rice Vinegar, Sesame Oil
    nut butters and jams | 15 | Peanut Butter, Almond Butter, Strawberry Jam, Grape Jelly, Hazelnut Spread, Apricot Preserves, Tahini
    spices and seasonings | 15 | Ground Cumin, Black Pepper, Sea Salt, Paprika, Cinnamon, Oregano, Garlic Powder, Chili Powder, Turmeric, Bay Leaves, Taco Seasoning, Herbes de Provence
    table sauces | 12 | Ketchup, Yellow Mustard, Mayonnaise, Hot Sauce, Relish, Barbecue Sauce, Dijon Mustard, Aioli, Chimichurri
    dressings and croutons | 9 | Ranch Dressing, Caesar Dressing, Italian Dressing, Croutons, Balsamic Vinaigrette, Honey Mustard Dressing, Tortilla Strips
    honeys and syrups | 6 | Honey, Maple Syrup, Agave Nectar, Molasses, Pancake Syrup, Date Syrup
    pickles and olives | 6 | Dill Pickles, Kalamata Olives, Green Olives, Capers, Artichoke Hearts, Pepperoncini, Kimchi
    marinades and rubs | 3 | Steak Marinade, Teriyaki Glaze, Jerk Rub, Lemon Herb Marinade, Bread Crumbs, Fajita Marinade
    dessert mixes | 2.5 | Brownie Mix, Yellow Cake Mix, Gelatin Mix, Pudding Mix, Frosting, Cornbread Mix
    canned and jarred dips | 1 | Bean Dip, Queso, Salsa Con Queso, Onion Dip, Clam Dip
    cake decorations | 0.5 | Birthday Candles, Cupcake Liners, Food Coloring, Sugar Pearls, Icing Pens`,
  bakery: `
    sliced and whole breads | 50 | Wheat Bread, Sourdough, White Bread, Rye Bread, Multigrain Bread, Baguette, Ciabatta, Cinnamon Raisin Bread, Potato Bread
    tortillas and flatbreads | 20 | Flour Tortillas, Corn Tortillas, Naan, Pita Bread, Lavash, Wraps
    bagels and morning bakes | 14 | Plain Bagels, English Muffins, Croissants, Blueberry Muffins, Everything Bagels, Cinnamon Rolls, Scones
    buns and rolls | 10 | Hamburger Buns, Hot Dog Buns, Slider Rolls, Brioche Rolls, Hoagie Rolls
    cakes and pies | 6 | Carrot Cake, Pound Cake, Pumpkin Pie, Cupcakes, Key Lime Pie, Angel Food Cake, Tiramisù`,
  deli: `
    sliced meats for lunch | 34 | Oven Roasted Turkey, Black Forest Ham, Genoa Salami, Roast Beef, Pastrami, Chicken Breast Slices, Prosciutto
    fresh dips and spreads | 30 | Hummus, Guacamole, Tzatziki, Fresh Salsa, Spinach Dip, Baba Ganoush, Pesto
    meals ready to eat | 14 | Rotisserie Chicken, Sushi Roll, Pasta Salad, Chicken Salad, Quiche, Burrito, Purée of Root Vegetables
    tofu and tempeh | 13 | Firm Tofu, Silken Tofu, Tempeh, Seitan Strips, Smoked Tofu
    soups and salads from the counter | 9 | Tomato Soup, Lentil Soup, Potato Salad, Cole Slaw, Minestrone, Tabbouleh, Sauté of Greens`,
  "canned goods": `
    soups and broths | 35 | Chicken Broth, Vegetable Broth, Tomato Soup, Chicken Noodle Soup, Mushroom Soup, Beef Stock, Lentil Soup, Bouillon Cubes
    tinned vegetables | 25 | Diced Tomatoes, Sweet Corn, Tomato Paste, Green Beans, Pumpkin, Crushed Tomatoes, Water Chestnuts
    beans and tinned meals | 23 | Black Beans, Chickpeas, Kidney Beans, Baked Beans, Ravioli, Chili, Refried Beans, Pinto Beans
    tinned fish and meat | 9 | Albacore Tuna, Pink Salmon, Sardines, Anchovies, Chicken Chunks, Corned Beef, Clams
    tinned fruit and apple sauce | 8 | Apple Sauce, Peach Slices, Pineapple Rings, Mandarin Oranges, Fruit Cocktail, Pear Halves`,
  "dry goods pasta": `
    dried pasta | 33 | Spaghetti, Penne, Fusilli, Linguine, Rotini, Orzo, Elbow Macaroni, Lasagna Sheets, Farfalle
    sauces for pasta | 26 | Marinara Sauce, Tomato Basil Sauce, Alfredo Sauce, Arrabbiata Sauce, Vodka Sauce, Roasted Garlic Sauce
    rice and grains | 20 | Brown Rice, Basmati Rice, Quinoa, Jasmine Rice, Couscous, Red Lentils, Farro, Split Peas
    boxed dinners | 13 | Macaroni and Cheese, Rice Pilaf, Ramen, Risotto, Stuffing Mix, Shells and Cheddar
    fresh pasta and gnocchi | 8 | Cheese Tortellini, Spinach Ravioli, Fettuccine, Potato Gnocchi, Mushroom Agnolotti`,
  household: `
    paper for the house | 34 | Paper Towels, Bath Tissue, Facial Tissue, Napkins, Toilet Paper
    cleaners and tools | 17 | All Purpose Cleaner, Glass Cleaner, Sponges, Bleach, Disinfecting Wipes, Scrub Brush, Floor Cleaner
    laundry room | 11 | Laundry Detergent, Fabric Softener, Dryer Sheets, Stain Remover, Laundry Pods
    washing up | 11 | Dish Soap, Dishwasher Tabs, Rinse Aid, Dish Gloves, Dishwasher Powder
    bags and wraps | 12 | Sandwich Bags, Aluminum Foil, Freezer Bags, Parchment Paper, Plastic Wrap, Storage Containers
    trash and liners | 6 | Tall Kitchen Bags, Lawn Bags, Compost Bags, Drawstring Trash Bags
    plates cups and cutlery | 4 | Paper Plates, Plastic Cups, Forks and Knives, Party Bowls, Straws
    candles and air care | 2 | Scented Candle, Air Freshener, Reed Diffuser, Tea Lights
    everything else at home | 2 | Light Bulbs, AA Batteries, Matches, Duct Tape, Notebooks, Ball Pens
    pots and kitchen tools | 1 | Skillet, Mixing Bowl, Can Opener, Pie Plate, Measuring Cups, Bamboo Skewers`,
  breakfast: `
    cereals | 50 | Corn Flakes, Toasted Oats, Bran Flakes, Honey Rings, Crispy Rice, Raisin Bran, Puffed Wheat, Muesli
    porridge and pancake mixes | 21 | Rolled Oats, Instant Oatmeal, Steel Cut Oats, Pancake Mix, Grits, Cream of Wheat, Waffle Mix
    granolas | 14 | Maple Granola, Honey Granola, Almond Granola, Coconut Granola, Cacao Granola
    breakfast bars and pastries | 15 | Toaster Pastries, Cereal Bar, Breakfast Biscuits, Strawberry Bar, Muffin Bar`,
  "meat seafood": `
    poultry packs | 25 | Chicken Breast, Chicken Thighs, Ground Turkey, Chicken Drumsticks, Turkey Cutlets
    sausages bacon and franks | 23 | Bacon, Breakfast Sausage, Beef Franks, Chicken Sausage, Bratwurst, Turkey Bacon, Chorizo
    meat packs | 17 | Ground Beef, Pork Chops, Sirloin Steak, Stew Beef, Pork Tenderloin, Lamb Chops
    butcher counter | 13 | Ribeye Steak, Filet Mignon, Short Ribs, Leg of Lamb, Brisket
    poultry from the butcher | 11 | Whole Chicken, Boneless Chicken Breast, Duck Breast, Cornish Hen
    fish packs | 6 | Smoked Salmon, Crab Cakes, Tilapia Fillets, Scallops
    fishmonger | 5 | Atlantic Salmon, Halibut Steak, Rainbow Trout, Jumbo Shrimp, Ahi Tuna`,
  "personal care": `
    vitamins and supplements | 12 | Vitamin C, Multivitamin Gummies, Fish Oil, Vitamin D, Magnesium, Probiotic Capsules, Biotin
    hand and bar soaps | 13 | Hand Soap, Bar Soap, Foaming Hand Wash, Hand Sanitizer, Castile Soap
    teeth and mouth | 12 | Toothpaste, Mouthwash, Floss, Toothbrush, Whitening Strips
    body washes and lotions | 9 | Body Wash, Body Lotion, Hand Cream, Body Butter, Bath Salts
    shampoos and styling | 8 | Shampoo, Conditioner, Hair Gel, Dry Shampoo, Hair Spray, Hair Color
    protein powders and shakes | 9 | Whey Protein, Pea Protein, Meal Shake, Collagen Powder, Nutrition Drink
    period care | 8 | Tampons, Pads, Liners, Menstrual Cup
    cold flu and allergy | 6 | Cough Drops, Cold Relief Tablets, Nasal Spray, Allergy Tablets, Throat Lozenges
    stomach and digestion | 5 | Antacid Tablets, Fiber Powder, Ginger Chews, Digestive Enzymes
    pain relief | 4 | Ibuprofen Tablets, Heating Patch, Muscle Rub, Aspirin
    plasters and first aid | 3 | Adhesive Bandages, Gauze, Antiseptic Cream, Hydrogen Peroxide, Cotton Balls
    deodorants and sprays | 4 | Deodorant Stick, Roll On Deodorant, Antiperspirant Spray, Deodorant Crystal
    face care | 2.5 | Face Wash, Day Cream, Face Mask, Toner, Cleansing Wipes
    shaving | 2 | Razors, Shaving Cream, Razor Blades, After Shave
    eye and ear | 1.5 | Contact Solution, Eye Drops, Ear Plugs, Ear Drops
    sun and skin | 1 | Sunscreen, After Sun Gel, Lip Balm, Aloe Gel
    make-up | 0.7 | Mascara, Lip Gloss, Nail Polish, Nail Polish Remover, Cosmetic Sponges`,
  babies: `
    baby meals and formula | 73 | Pear Purée Pouch, Infant Formula, Sweet Potato Pouch, Baby Oatmeal, Apple Spinach Pouch, Teething Biscuits, Toddler Puffs
    nappies and wipes | 22 | Size 3 Diapers, Baby Wipes, Overnight Diapers, Training Pants, Newborn Diapers
    baby bath and skin | 4 | Baby Shampoo, Diaper Cream, Baby Lotion, Bubble Bath
    baby things | 1 | Bottle Nipples, Sippy Cup, Pacifier, Bib Set`,
  international: `
    east asian shelf | 45 | Soy Sauce, Rice Noodles, Nori Sheets, Miso Paste, Curry Paste, Fish Sauce, Hoisin Sauce
    mexican shelf | 38 | Taco Shells, Enchilada Sauce, Green Chiles, Salsa Verde, Masa Flour, Mole, Crema con Chile Piñón
    indian shelf | 11 | Korma Sauce, Basmati Pouch, Mango Chutney, Papadums, Dal Makhani
    kosher shelf | 6 | Matzo, Gefilte Fish, Matzo Ball Mix, Grape Juice, Egg Noodles`,
  alcohol: `
    beer and cider | 34 | India Pale Ale, Lager, Hard Cider, Wheat Beer, Stout, Pilsner
    red wine | 24 | Cabernet Sauvignon, Pinot Noir, Merlot, Malbec, Red Blend
    white wine and rosé | 20 | Chardonnay, Sauvignon Blanc, Pinot Grigio, Riesling, Rosé
    liquor | 12 | Vodka, Gin, Bourbon, Tequila, Rum
    sparkling and dessert wine | 10 | Prosecco, Brut, Port, Sherry, Moscato`,
  pets: `
    for cats | 60 | Dry Cat Food, Chicken Cat Food, Tuna Cat Food, Cat Litter, Cat Treats, Salmon Pâté for Cats
    for dogs | 40 | Dry Dog Food, Beef Dog Food, Dog Biscuits, Dental Chews, Training Treats, Puppy Food`,
  bulk: `
    loose rice beans and grains | 45 | Loose Brown Rice, Loose Quinoa, Loose Black Beans, Loose Lentils, Loose Oats
    loose fruit and nuts | 55 | Loose Almonds, Loose Dates, Loose Raisins, Loose Cashews, Loose Apple Chips`,
  other: `
    of all kinds | 100 | Gift Card Holder, Seed Packet, Birthday Card, Potting Soil, Umbrella, Cut Flowers, Reusable Bag, Herbal Drops, Orchid`,
  missing: `
    missing | 100 | Cheese Board, Iced Coffee, Lentil Salad, Salted Almonds, Oat Cookies, Tomato Relish, Berry Jam, Pumpkin Seeds, Hand Balm, Rice Cakes, Green Smoothie, Fig Crackers`
};

/** The 134 aisles. Ids run across departments, as they do in the real file. */
export const AISLES: readonly Aisle[] = shelves().map((aisle, index, {length}) => ({
  ...aisle,
  id: ((index * 37) % length) + 1
}));

function shelves(): Omit<Aisle, "id">[] {
  return Object.entries(SHELVES).flatMap(([department, lines]) =>
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", weight = "", goods = ""] = line.split("|").map((cell) => cell.trim());
        return {
          name,
          department: departmentIndex(department),
          lines: Number(weight),
          goods: goods.split(", ")
        };
      })
  );
}
