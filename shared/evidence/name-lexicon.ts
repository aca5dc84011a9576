const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Common in the United Kingdom, and neither a word, a month nor a place: a name wherever they stand. */
export const FORENAMES = words(`
  Aaron Abdul Abigail Adam Adele Ahmed Aidan Aisha Alan Alasdair Albert Alex Alexander Alexandra Alfie Alice Alison
  Alistair Amanda Amelia Amina Amy Andrea Andrew Angela Anita Anna Annabel Anne Annette Anthony Archie Arthur Ayesha
  Barbara Beatrice Ben Benjamin Bernard Beth Bethany Brandon Brenda Brian Bridget Callum Cameron Carla Carol Caroline
  Catherine Cathy Cerys Charles Charlie Charlotte Chloe Chris Christina Christine Christopher Ciara Claire Clare Colin
  Connor Craig Daisy Daniel Daniela Darren David Dawid Deborah Debbie Denise Dennis Derek Diane Dominic Donald Donna
  Dorothy Douglas Duncan Dylan Edward Eileen Elaine Eleanor Elena Elijah Elizabeth Ella Ellie Elliot Emily Emma Eric
  Erin Ethan Eva Evie Fatima Fiona Frances Francesca Frederick Freya Gareth Gary Gavin Gemma Geoff Geoffrey George
  Georgina Gerald Gillian Glenn Gordon Graham Gregory Hamza Hannah Harriet Harry Hassan Hazel Heather Helen Henry Holly
  Howard Hugh Hugo Ian Ibrahim Imogen Imran Irene Isaac Isabel Isabella Isla Jacob Jacqueline Jade Jake James Jamie Jane
  Janet Janice Jason Jasmine Jayden Jean Jeffrey Jemma Jennifer Jenny Jeremy Jessica Jim Joan Joanna Joanne Joe Joel John
  Jonathan Joseph Josephine Joshua Joyce Judith Julia Julian Julie Karen Karl Kate Katherine Kathleen Kathryn Katie Kayleigh
  Keith Kelly Kenneth Kerry Kevin Khalid Kieran Kim Kirsty Kyle Laura Lauren Lawrence Leah Leanne Leo Leon Lesley Liam
  Lily Linda Lindsay Lisa Logan Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Maisie Malcolm Marcus Margaret Maria Marie
  Marion Martin Mary Mason Matthew Maureen Max Megan Melanie Melissa Michael Michelle Mohammad Mohammed Molly Monica Muhammad
  Nadia Naomi Natalie Natasha Nathan Neil Niamh Nicholas Nicola Nicole Nigel Nina Noah Norman Oliver Olivia Omar Oscar Owen
  Pamela Patricia Patrick Paul Paula Pauline Peter Philip Phoebe Phyllis Poppy Priya Rachel Ralph Raymond Rebecca Reece
  Rhys Richard Robert Roger Ronald Rosemary Rosie Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Sean
  Sebastian Shannon Sharon Shaun Sheila Shirley Simon Sophia Sophie Stephanie Stephen Steven Stuart Susan Suzanne Sylvia Tanya
  Teresa Terence Theo Theresa Thomas Timothy Toby Tom Tony Tracey Tracy Trevor Tyler Valerie Vanessa Vera Veronica Vincent
  Wendy William Yasmin Yusuf Yvonne Zachary Zainab Zara Zoe
`);

/** Forenames that are words, months or places too: a name only before a surname. */
export const DOUBTFUL_FORENAMES = words(`
  April August Amber Bill Carlisle Chelsea Crystal Dale Dawn Devon Drew Eve Faith Florence Frank Georgia Glen Grace Grant
  Guy Hope Ivy Jack Jordan Josh Joy June Kent Kingston Lee Leigh Lewis Lincoln Mark Matt May Melody Miles Neville Nick
  Olive Pat Paige Pearl Penny Peg Preston Ray Rob Robin Rod Rose Ross Ruby Rufus Scott Sonny Stanley Summer Sue Sydney
  Ted Troy Victoria Violet Ward Warren Warwick Will Willow
`);

/** Common surnames that are hardly ever anything else. */
export const SURNAMES = words(`
  Adams Ahmed Akhtar Ali Allen Anderson Andrews Begum Bennett Brown Campbell Carter Chapman Clark Clarke Collins Cooper Davies
  Davis Dixon Edwards Ellis Evans Fisher Foster Gibson Graham Griffiths Harris Harrison Harvey Holmes Hughes Hussain Iqbal
  Jackson James Jenkins Johnson Jones Kaur Kelly Khan Knight Lewis Lloyd MacDonald Marshall Martin Mason Matthews McDonald
  Mehmood Miah Miller Mitchell Moore Morgan Morris Murphy Murray Nowak O’Brien O’Connor Owen Palmer Parker Patel Pearson
  Phillips Powell Price Rahman Reid Reynolds Richards Richardson Roberts Robertson Robinson Rogers Russell Saunders Shah
  Shaw Simpson Singh Smith Stevens Stewart Sullivan Taylor Thomas Thompson Thomson Tremayne Trevithick Turner Walker Walsh
  Watson Watts Webb Wilkinson Williams Williamson Wilson Wood Wright
`);

/** After a name these make a place, a body or a document of it, not a person. */
export const NOT_A_PERSON = words(`
  Academy Academies Act Agency Area Association Authority Board Borough Building Campus Care Castle Cathedral Centre Centres
  Children Children’s Church City Clinic Close College Commission Committee Community Constabulary Convention Council
  County Court Day Days District Education Federation Forum Foundation Fund Gardens Gate Green Group Hall Health Hill
  Home Homes Hospital Hotel House Housing Infant Infants Infirmary Inquiry Institute Junction Junior Lane Library Lodge
  London Nursery Office Ofsted Park Partnership Place Police Practice Primary Project Report Review Road School Schools
  Secondary Service Services Social Society Square Staff Station Street Surgery Team Terrace Tower Town Trust Unit
  University Valley Ward West North South East Way Wing Youth
  January February March April May June July August September October November December
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Area Chancellor Council’s Cornwall Justice Mayor
`);

/** What may stand after a name without being part of it: the next clause, an office, a pseudonym. */
export const STARTS_CLAUSE = words(`
  Is Was Were Are Has Had Have Will Would Can Could Should Might Do Does Did And Or But The This These Those There He She They
  In At On From To Of With For By As When While After Before Who
  Assistant Associate Chief Deputy Director Executive Head Her His Inspector Lead Leader Majesty Manager Mixed Officer Principal
  Quality Regulatory Senior Shadow Seconded
  Child Parent Professional Person
`);
