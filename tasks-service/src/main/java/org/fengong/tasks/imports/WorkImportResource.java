package org.fengong.tasks.imports;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.imports.ImportResource;
import org.fengong.platform.imports.ImportService;

@Path("/api/v1/work-imports")
@Tag(
        name = "Work imports",
        description =
                "Tables of goals and tasks from spreadsheets and other systems, as CSV or Excel workbooks, and back again.")
class WorkImportResource extends ImportResource {
    WorkImportResource(ImportService service) {
        super(service);
    }
}
