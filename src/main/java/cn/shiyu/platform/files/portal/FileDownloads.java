package cn.shiyu.platform.files.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.files.FileReply;
import cn.shiyu.platform.files.FileSender;
import cn.shiyu.platform.files.Uploader;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files for browsers: residents' pages and the staff console. */
@Path("/files")
public class FileDownloads {

    private static final String BASE = "/files";

    @Inject
    CurrentCaller caller;

    @Inject
    Uploader uploader;

    @Inject
    FileSender sender;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "webUpload",
            summary = "上传一个附件",
            description = "照片(JPG、PNG)或录音;提交表单时用返回的 id 引用,24 小时内未引用的自动删除。")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FileReply.class)))
    public Uni<Response> upload(@RestForm("file") FileUpload file) {
        return uploader.take(caller.get(), file, BASE);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "webFile", summary = "读取附件", description = "只有能看到所属事项的人才能读取,否则 404。支持 Range。")
    public Uni<Response> whole(
            @RestPath UUID id, @HeaderParam("Range") String range, @HeaderParam("If-None-Match") String known) {
        return sender.whole(caller.get(), id, range, known);
    }

    @GET
    @Path("/{id}/thumb")
    @Operation(operationId = "webThumb", summary = "读取照片缩略图", description = "JPEG,最长边 480 像素。")
    public Uni<Response> thumb(@RestPath UUID id, @HeaderParam("If-None-Match") String known) {
        return sender.thumb(caller.get(), id, known);
    }
}
