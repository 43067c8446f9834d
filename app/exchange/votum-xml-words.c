#include "votum-config.h"

#include "votum-xml-words.h"

#include <glib/gi18n-lib.h>

#include "votum-text.h"

static char *
quoted (const char *text)
{
  return votum_text_quote (text != NULL ? text : "");
}

char *
votum_xml_words (const xmlError *error,
                 gboolean        at_end)
{
  g_autofree char *first = quoted (error->str1);
  g_autofree char *second = quoted (error->str2);
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;

  if (at_end)
    return g_strdup (_("The file ends too early. It has been cut off; get it once more."));

  switch (error->code)
    {
    case XML_ERR_TAG_NAME_MISMATCH:
      return g_strdup_printf (_("</%s> stands where </%s> should close what line %d opened."), second, first, error->int1);
    case XML_ERR_DOCUMENT_EMPTY:
      return g_strdup (_("There is nothing in this file."));
    case XML_ERR_DOCUMENT_END:
      return g_strdup (_("Something is left over after the end of the first element. Take it out."));
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
      return g_strdup (_("There is a character here that XML does not have. Take it out."));
    case XML_ERR_INVALID_ENCODING:
      return g_strdup (_("The letters here are not UTF-8. Save the file as UTF-8."));
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf (_("The attribute “%s” is there twice. Take one out."), first);
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
      return g_strdup (_("The value of an attribute needs quotation marks before and after it."));
    case XML_ERR_LT_IN_ATTRIBUTE:
      return g_strdup (_("Write &lt; in place of < here."));
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return g_strdup (_("Something is missing after < or &. If the character itself is meant, write &lt; or &amp;."));
    case XML_ERR_GT_REQUIRED:
      return g_strdup (_("The tag is not closed with >."));
    case XML_ERR_RESERVED_XML_NAME:
      return g_strdup (_("The XML declaration has to be the very first thing in the file. Take away what stands before it."));
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return g_strdup_printf (_("“&%s;” is not known here. Write the letter itself."), first);
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return g_strdup_printf (_("The prefix “%s:” is not declared. Take it out."), first);
    case XML_ERR_NO_MEMORY:
      return g_strdup (_("There is not enough memory to read the file."));
    default:
      message = g_strchomp (g_strdup (error->message != NULL ? error->message : ""));
      shown = quoted (message);
      return g_strdup_printf (_("This is not well-formed XML (%s)."), shown);
    }
}
