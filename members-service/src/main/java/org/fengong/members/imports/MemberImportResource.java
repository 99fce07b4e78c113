package org.fengong.members.imports;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.imports.ImportResource;
import org.fengong.platform.imports.ImportService;

@Path("/api/v1/member-imports")
@Tag(
        name = "Member imports",
        description =
                "Tables of members, absences and skills from spreadsheets and other systems, as CSV or Excel workbooks, and back again.")
class MemberImportResource extends ImportResource {
    MemberImportResource(ImportService service) {
        super(service);
    }
}
