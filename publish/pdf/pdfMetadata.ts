import {PDFHexString, PDFName, PDFString, getDefaultSRGBProfile} from "@cantoo/pdf-lib";
import type {PDFDocument} from "@cantoo/pdf-lib";
import {escapeHtml} from "../../src/charts/escapeText.ts";

/** What the PDF says about itself. */
export interface PdfDescription {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO date; it stands for creation and change, since the pipeline never asks for today's. */
  readonly date: string;
  readonly language: string;
  /** 32 hexadecimal digits that name this content. */
  readonly id: string;
}

const creator = "Cartograph";
const producer = "Cartograph, Chromium";

/** Writes title, dates and identity in both places that hold them, and says that it conforms to PDF/UA-1 and PDF/A-2a. */
export function describePdf(document: PDFDocument, description: PdfDescription): void {
  const {context, catalog} = document;
  const {title, author, subject, date, language, id} = description;
  const stamp = PDFString.of(`D:${date.replaceAll("-", "")}000000Z`);
  const words = {Title: title, Author: author, Subject: subject, Creator: creator, Producer: producer};
  const info = context.obj({CreationDate: stamp, ModDate: stamp});
  for (const [name, text] of Object.entries(words)) info.set(PDFName.of(name), PDFHexString.fromText(text));
  context.trailerInfo.Info = context.register(info);
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
  catalog.set(PDFName.of("Lang"), PDFString.of(language));
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({DisplayDocTitle: true}));
  // Plain, so that an archive can read it without decoding.
  const packet = context.stream(Buffer.from(xmp(description)), {Type: "Metadata", Subtype: "XML"});
  catalog.set(PDFName.of("Metadata"), context.register(packet));
  const profile = context.register(context.flateStream(getDefaultSRGBProfile(), {N: 3}));
  const intent = context.obj({Type: "OutputIntent", S: "GTS_PDFA1", DestOutputProfile: profile});
  intent.set(PDFName.of("OutputConditionIdentifier"), PDFString.of("sRGB IEC61966-2.1"));
  intent.set(PDFName.of("Info"), PDFString.of("sRGB IEC61966-2.1"));
  catalog.set(PDFName.of("OutputIntents"), context.obj([intent]));
}

/** The XMP packet: same words as the information dictionary, conformance, and the schema of `pdfuaid` for PDF/A. */
function xmp({title, author, subject, date, language, id}: PdfDescription): string {
  const text = escapeHtml;
  const inDefault = (value: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${text(value)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${inDefault(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${text(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inDefault(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${text(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${date}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>${date}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
<xmpMM:DocumentID>uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}</xmpMM:DocumentID>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${uaSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
