#include <libxml/xmlversion.h>
/* ICU's own types would clash with those that Foundation brings; only libxml2's encodings use them. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
